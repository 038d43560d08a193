package dev.dateline.standalone;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;

/** Makes a service's Spring context one of several in this process. */
final class ServiceContexts {

    private ServiceContexts() {}

    /**
     * A service that is ready to be run with its arguments.
     *
     * @param broker completes when the service can begin to work
     * @param broken gets what the service can't go on for
     */
    static SpringApplicationBuilder of(Service service, CompletableFuture<?> broker, Consumer<Object> broken) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(service.main());
        // Logging belongs to the process: each context would set it up anew.
        builder.application()
                .setListeners(builder.application().getListeners().stream()
                        .filter(listener -> !(listener instanceof LoggingApplicationListener))
                        .toList());
        return builder.initializers(
                        context -> context.getBeanFactory().registerSingleton("startGate", new StartGate(broker)))
                .listeners(new ApplicationListener<AvailabilityChangeEvent<LivenessState>>() {
                    @Override
                    public void onApplicationEvent(AvailabilityChangeEvent<LivenessState> event) {
                        if (event.getState() == LivenessState.BROKEN) {
                            broken.accept(event.getSource());
                        }
                    }
                });
    }
}
