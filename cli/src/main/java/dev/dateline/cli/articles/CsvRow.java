package dev.dateline.cli.articles;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a CSV file as RFC 4180 has it, taken line by line because a quoted cell may hold line breaks.
 *
 * <p>CSV libraries end the file, or go on in the middle of a line, where a row does not parse; here the caller decides.
 */
final class CsvRow {

    private enum Place {
        CELL_BEGIN,
        BARE,
        QUOTED,
        AFTER_QUOTE
    }

    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private Place place = Place.CELL_BEGIN;
    private int length;

    /** The line can't be part of a row. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1;

        MalformedException(String message) {
            super(message);
        }
    }

    /** Takes a line; true if the row ends with it, false if a quoted cell goes on with the next. */
    boolean endsWith(String line) throws MalformedException {
        length += line.length();
        boolean carriageReturn = line.endsWith("\r");
        int end = carriageReturn ? line.length() - 1 : line.length();
        for (int i = 0; i < end; i++) {
            take(line.charAt(i));
        }
        if (place == Place.QUOTED) {
            cell.append(carriageReturn ? "\r\n" : "\n");
            return false;
        }
        endCell();
        return true;
    }

    /** What the lines taken so far come to. */
    int length() {
        return length;
    }

    /** The cells, without their quotes. */
    List<String> cells() {
        return cells;
    }

    private void take(char unit) throws MalformedException {
        switch (place) {
            case QUOTED -> {
                if (unit == '"') {
                    place = Place.AFTER_QUOTE;
                } else {
                    cell.append(unit);
                }
            }
            case AFTER_QUOTE -> {
                if (unit == '"') {
                    cell.append('"');
                    place = Place.QUOTED;
                } else if (unit == ',') {
                    endCell();
                } else {
                    throw new MalformedException("\"%c\" follows a closing quote".formatted(unit));
                }
            }
            case CELL_BEGIN, BARE -> {
                if (unit == ',') {
                    endCell();
                } else if (unit == '"' && place == Place.CELL_BEGIN) {
                    place = Place.QUOTED;
                } else {
                    cell.append(unit);
                    place = Place.BARE;
                }
            }
        }
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
        place = Place.CELL_BEGIN;
    }
}
