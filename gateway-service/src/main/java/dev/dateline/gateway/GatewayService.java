package dev.dateline.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Takes posts over HTTP and answers once Kafka holds them. */
@SpringBootApplication
public class GatewayService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(GatewayService.class)
                .properties("spring.config.name=gateway-service")
                .run(args);
    }
}
