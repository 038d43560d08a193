package dev.dateline.saver;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The topic processed to the store. */
@SpringBootApplication
public class SaverService {}
