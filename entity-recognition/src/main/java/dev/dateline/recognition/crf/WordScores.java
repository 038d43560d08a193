package dev.dateline.recognition.crf;

/**
 * What one model says of a word, whatever stands around it: the sums of the weights of all features that depend on this
 * word only. Where the word is the one to label they speak for its label, and where it is a neighbour for the labels beside it.
 *
 * @param shape such as "Xxxx", for features that join it to another's
 * @param here for each label of this word
 * @param around what {@link Layout} says
 * @param amongNext the position of the feature that this word follows within reach, or {@link FeatureTable#NONE}
 * @param amongPrevious the position of the feature that this word comes before within reach, or {@link FeatureTable#NONE}
 */
record WordScores(Hashed shape, double[] here, double[] around, int amongNext, int amongPrevious) {

    /**
     * Where in {@link #around} what begins: one array, as all of it is read for each token.
     *
     * @param asPrevious for each label of the word after this one
     * @param asNext for each label of the word before this one
     * @param pairHere for each pair of labels of the word before this one and this one
     * @param pairAsPrevious for each pair of labels of this word and the one after it
     * @param pairAsNext for each pair of labels of the two words before this one
     * @param amongNext for each label of a word that this one follows within reach
     * @param amongPrevious for each label of a word that this one comes before within reach
     */
    record Layout(
            int asPrevious,
            int asNext,
            int pairHere,
            int pairAsPrevious,
            int pairAsNext,
            int amongNext,
            int amongPrevious,
            int length) {

        static Layout of(int labels) {
            int pairs = labels * labels;
            int single = 2 * labels;
            int triple = single + 3 * pairs;
            return new Layout(
                    0,
                    labels,
                    single,
                    single + pairs,
                    single + 2 * pairs,
                    triple,
                    triple + labels,
                    triple + 2 * labels);
        }
    }
}
