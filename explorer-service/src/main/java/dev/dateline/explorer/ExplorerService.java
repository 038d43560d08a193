package dev.dateline.explorer;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The store to people. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ExplorerService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(ExplorerService.class)
                .properties("spring.config.name=explorer-service")
                .run(args);
    }
}
