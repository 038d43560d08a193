package dev.dateline.cli;

import picocli.CommandLine.Command;

@Command(
        name = "dead-letters",
        description = "Shows what could not be processed, and sends it to be processed again.",
        synopsisSubcommandLabel = "COMMAND")
final class DeadLettersCommand {}
