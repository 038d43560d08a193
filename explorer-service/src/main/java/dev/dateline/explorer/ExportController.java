package dev.dateline.explorer;

import dev.dateline.store.CountQueries;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** All counts as a stream: rows leave the store as fast as they are read, and no faster. */
@RestController
class ExportController {

    /** Each holds a thread and a snapshot of the store as long as it lasts. */
    private static final int AT_ONCE = 4;

    private static final int WAITING = 16;

    /** About 400 rows: far fewer switches between the threads than rows, and little to hold. */
    private static final int CHUNK_BYTES = 16 * 1024;

    private final Scheduler threads = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "export");
    private final CountQueries queries;
    private final Duration patience;

    ExportController(CountQueries queries, ExplorerSettings settings) {
        this.queries = queries;
        this.patience = settings.exportPatience();
    }

    @GetMapping("/api/v1/export")
    ResponseEntity<Flux<DataBuffer>> export(
            @RequestParam(defaultValue = "csv") ExportFormat format,
            @RequestParam(defaultValue = "entities") ExportRows rows,
            ServerHttpResponse response) {
        // Asked before the first byte, so that a store that is away is a problem and not a file cut short.
        queries.publications(null, 1);
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .body(stream(format, rows, response.bufferFactory())
                        .timeout(patience, stalled())
                        .switchOnFirst(this::cutShort));
    }

    private Flux<DataBuffer> stream(ExportFormat format, ExportRows rows, DataBufferFactory buffers) {
        return Flux.from(DataBufferUtils.outputStreamPublisher(
                out -> write(format, rows, out), buffers, threads::schedule, CHUNK_BYTES));
    }

    /** What fails before the first byte becomes a problem; what fails later can't. */
    private Flux<DataBuffer> cutShort(Signal<? extends DataBuffer> first, Flux<DataBuffer> all) {
        return first.hasValue() ? all.onErrorMap(ExportCutShortException::new) : all;
    }

    private Mono<DataBuffer> stalled() {
        return Mono.error(() -> new TimeoutException("nothing moved for " + patience));
    }

    private void write(ExportFormat format, ExportRows rows, OutputStream out) {
        try {
            RowWriter writer = format.writer(out, rows.columns());
            rows.forEach(queries, values -> {
                try {
                    writer.write(values);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() {
        threads.dispose();
    }
}
