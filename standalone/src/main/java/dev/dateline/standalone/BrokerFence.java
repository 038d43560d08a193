package dev.dateline.standalone;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/** Tells when the cluster's metadata hold no broker of an id that counts as alive. */
final class BrokerFence implements MetadataPublisher {

    private final int id;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    BrokerFence(int id) {
        this.id = id;
    }

    /** Completes once the broker is fenced, or if there has been none. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    @Override
    public String name() {
        return "BrokerFence";
    }

    /** Called first with all that the log of the metadata says, and then with each change. */
    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        BrokerRegistration registration = image.cluster().broker(id);
        if (registration == null || registration.fenced()) {
            closed.complete(null);
        }
    }
}
