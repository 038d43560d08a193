package dev.dateline.cluster.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** What proxies document of their own resources, as far as ours go. A field that is missing here is an error. */
final class Proxies {

    private Proxies() {}

    record TargetRef(String group, String kind, String name) {}

    /** Envoy Gateway's. */
    record BackendTrafficPolicy(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

        record Spec(List<TargetRef> targetRefs, RequestBuffer requestBuffer) {}

        record RequestBuffer(String limit) {}
    }

    /** Google Kubernetes Engine's. */
    record GcpBackendPolicy(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

        record Spec(@JsonProperty("default") Default defaults, TargetRef targetRef) {}

        record Default(int timeoutSec, Draining connectionDraining) {}

        record Draining(int drainingTimeoutSec) {}
    }

    /** Google Kubernetes Engine's. */
    record HealthCheckPolicy(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

        record Spec(@JsonProperty("default") Default defaults, TargetRef targetRef) {}

        record Default(int checkIntervalSec, Config config) {}

        record Config(String type, Http httpHealthCheck) {}

        record Http(int port, String requestPath) {}
    }
}
