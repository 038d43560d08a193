package dev.dateline.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** HTTP to the topic posts. */
@SpringBootApplication
public class GatewayService {}
