package dev.dateline.explorer;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The store to people. */
@SpringBootApplication
public class ExplorerService {}
