package dev.dateline.explorer.counts;

/**
 * How much more one publication writes about something than the others do: the log-odds ratio with an informative Dirichlet
 * prior of B. L. Monroe, M. P. Colaresi, K. M. Quinn, "Fightin' Words", Political Analysis 16 (2008), equations 16, 20 and
 * 22. The prior is what all publications write together, so that it takes many mentions to stand out with a rare name.
 *
 * @param ratio the logarithm of the odds' ratio: 0 where it writes as the others do, positive where it writes more
 * @param z the ratio in standard deviations: what sure differences are ranked by, large or small
 */
record LogOdds(double ratio, double z) {

    /** The prior weighs as much as so many mentions, about 20 articles: what was mentioned twice by chance stays behind. */
    static final double PRIOR = 500;

    /** The least part of all mentions that are of other names: who writes about nothing else has finite odds too. */
    private static final double LEAST = 1e-9;

    /**
     * Compares one publication with the others.
     *
     * @param here its mentions of the name, at most {@code everywhere}
     * @param allHere its mentions of any name
     * @param everywhere mentions of the name by all, this one included
     * @param all mentions of any name by all
     */
    static LogOdds of(long here, long allHere, long everywhere, long all) {
        double prior = PRIOR * everywhere / Math.max(1, all);
        double one = here + prior;
        double others = everywhere - here + prior;
        double ratio = Math.log(one / rest(allHere, one)) - Math.log(others / rest(all - allHere, others));
        return new LogOdds(ratio, ratio / Math.sqrt(1 / one + 1 / others));
    }

    private static double rest(long mentions, double ofTheName) {
        double all = mentions + PRIOR;
        return Math.max(LEAST * all, all - ofTheName);
    }
}
