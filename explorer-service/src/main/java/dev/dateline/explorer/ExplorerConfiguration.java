package dev.dateline.explorer;

import dev.dateline.explorer.counts.Distinctive;
import dev.dateline.explorer.counts.Searches;
import dev.dateline.explorer.counts.TopNames;
import dev.dateline.explorer.pipeline.PipelineProbe;
import dev.dateline.store.CountQueries;
import dev.dateline.store.StoreOpener;
import dev.dateline.store.Stores;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import reactor.core.scheduler.Schedulers;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class ExplorerConfiguration implements WebFluxConfigurer {

    @Bean
    CountQueries countQueries(ExplorerSettings settings) throws InterruptedException {
        return new StoreOpener<>(() -> Stores.openToRead(settings.store())).open();
    }

    @Bean
    PipelineProbe pipelineProbe(KafkaProperties kafka, CountQueries queries) {
        return new PipelineProbe(kafka.buildAdminProperties(), kafka.buildConsumerProperties(), queries);
    }

    @Bean
    Searches searches(CountQueries queries, ExplorerSettings settings) {
        return new Searches(queries, settings.overviewAge());
    }

    @Bean
    TopNames topNames(CountQueries queries, ExplorerSettings settings) {
        return new TopNames(queries, settings.overviewAge());
    }

    @Bean
    Distinctive distinctive(CountQueries queries, RecentCounts counts, ExplorerSettings settings) {
        return new Distinctive(
                queries, () -> Objects.requireNonNull(counts.totals().block()), settings.overviewAge());
    }

    /** Threads of our own: the shared ones would end with the first service of this process that closes. */
    @Bean
    ReactorResourceFactory reactorResources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        // Whoever still reads when the service ends is cut off, instead of waited for.
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }

    /** Whoever asks the store blocks: everything that does not answer with a publisher is called where that is allowed. */
    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer.setExecutor(new TaskExecutorAdapter(Schedulers.boundedElastic()::schedule));
    }

    /** Options in any case, as Spring Boot reads its properties. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        ApplicationConversionService.configure(registry);
    }
}
