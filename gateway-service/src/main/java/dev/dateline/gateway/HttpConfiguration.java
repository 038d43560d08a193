package dev.dateline.gateway;

import dev.dateline.gateway.limits.Allowances;
import dev.dateline.keys.ApiKeys;
import dev.dateline.keys.WatchedKeys;
import io.netty.channel.Channel;
import java.time.Duration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/** What every request passes before a controller sees it. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    /** What is read of a body at once. Eight times the default, all that Netty reads at once: a stream's buffers cost more each than by their bytes. */
    static final int BUFFER_SIZE = 64 * 1024;

    @Bean
    WatchedKeys apiKeys(GatewaySettings settings) {
        return new WatchedKeys("dateline.gateway", new ApiKeys(settings.keys()), settings.keyFile());
    }

    @Bean
    Handover handover() {
        return new Handover();
    }

    @Bean
    SecurityHeaders securityHeaders() {
        return new SecurityHeaders();
    }

    /** Without origins there is none, and a browser lets no other site's page talk to the gateway. */
    @Bean
    @Order(KeyFilter.ORDER - 1)
    @ConditionalOnProperty("dateline.gateway.cors-origins")
    CorsWebFilter cors(GatewaySettings settings) {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(settings.corsOrigins());
        configuration.addAllowedHeader(CorsConfiguration.ALL);
        configuration.addAllowedMethod(CorsConfiguration.ALL);
        var paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/post/enqueue", configuration);
        paths.registerCorsConfiguration("/posts", configuration);
        return new CorsWebFilter(paths);
    }

    @Bean
    KeyFilter keyFilter(WatchedKeys keys, GatewayMetrics metrics, Environment environment) {
        Integer operatorsPort = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT
                ? environment.getProperty("management.server.port", Integer.class)
                : null;
        return new KeyFilter(keys, metrics, operatorsPort);
    }

    @Bean
    LimitFilter limitFilter(GatewaySettings settings) {
        return new LimitFilter(new Allowances(settings.limits()));
    }

    @Bean
    ProblemHandler problemHandler(JsonMapper json, GatewayMetrics metrics) {
        return new ProblemHandler(json, metrics);
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> server(GatewaySettings settings) {
        return factory -> {
            // HTTP/2 comes with TLS: without it no browser speaks it, and upgrades are one more thing to attack.
            var http2 = new Http2();
            http2.setEnabled(Ssl.isEnabled(factory.getSsl()));
            factory.setHttp2(http2);
            factory.addServerCustomizers(
                    server -> server.httpRequestDecoder(decoder -> decoder.maxChunkSize(BUFFER_SIZE)),
                    server -> server.readTimeout(settings.readTimeout()),
                    server -> server.doOnChannelInit((observer, channel, address) -> addDeadline(channel, settings)),
                    server -> server.accessLog(settings.accessLog(), AccessLine::of));
        };
    }

    /** HTTP/2 and TLS have codecs and bounds of their own. */
    private static void addDeadline(Channel channel, GatewaySettings settings) {
        if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
            channel.pipeline()
                    .addAfter(NettyPipeline.HttpCodec, "deadline", new HeaderDeadline(settings.headerTimeout()));
        }
    }

    /** Our own threads for HTTP: the shared ones end for everyone in the process when the first context ends. */
    @Bean
    ReactorResourceFactory reactorResources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        // Requests under way were waited for before; two quiet seconds more are for nobody.
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }
}
