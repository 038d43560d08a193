package dev.dateline.extractor;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The topic {@code posts} to the topic {@code processed}, as a process of its own or as a part of the standalone. */
@SpringBootApplication
public class ExtractorService {

    /** Runs until SIGTERM, or until it can't go on: then with exit code 1. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(ExtractorService.class)
                .properties("spring.config.name=extractor-service")
                .listeners(new ExitWhenBroken())
                .run(args);
    }
}
