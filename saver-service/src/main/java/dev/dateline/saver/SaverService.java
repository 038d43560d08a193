package dev.dateline.saver;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The topic processed to the store. */
@SpringBootApplication
public class SaverService {

    /** Runs until SIGTERM, or until it can't go on: then with exit code 1. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(SaverService.class)
                .properties("spring.config.name=saver-service")
                .listeners(new ExitWhenBroken())
                .run(args);
    }
}
