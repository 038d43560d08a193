package dev.dateline.extractor;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The topic posts to the topic processed. */
@SpringBootApplication
public class ExtractorService {}
