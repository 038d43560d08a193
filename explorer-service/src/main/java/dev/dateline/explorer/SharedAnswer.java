package dev.dateline.explorer;

import java.time.Duration;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One answer for all who ask at about the same time. */
final class SharedAnswer {

    private SharedAnswer() {}

    /** Asks a question that may block; who asks again within {@code age} of the answer, or of the failure, gets the same. */
    static <T> Mono<T> to(Callable<T> question, Duration age) {
        return Mono.fromCallable(question)
                .subscribeOn(Schedulers.boundedElastic())
                .cache(answer -> age, failure -> age, () -> age);
    }
}
