# One file for all services, from the jars that `mvn package` made: what was tested is what runs.
#
#   docker build --build-arg SERVICE=gateway-service -t dateline/gateway-service:0.1.0 .
#
# SERVICE          gateway-service, extractor-service, saver-service or explorer-service
# BASE_IMAGE       any Linux with bash and a Java runtime, 17 or newer
# ARCHIVE_CLASSES  yes: an archive of classes for the JVM, 50 MB; what it gains see docs/operations.md
ARG BASE_IMAGE=eclipse-temurin:17-jre

FROM ${BASE_IMAGE} AS layers
ARG SERVICE
WORKDIR /
COPY ${SERVICE}/target/${SERVICE}-*-exec.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination layers

# With ARCHIVE_CLASSES: starts the service once, to nowhere, and archives the classes that this loaded. Always: options of the JVM.
FROM layers AS classes
ARG SERVICE
ARG ARCHIVE_CLASSES=no
WORKDIR /dateline
COPY docker/archive-classes.sh /
RUN mkdir /slots /data && sh /archive-classes.sh ${SERVICE} ${ARCHIVE_CLASSES}

FROM ${BASE_IMAGE}
ARG SERVICE
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="dateline-${SERVICE}" \
      org.opencontainers.image.description="Counts who and what each news publication writes about" \
      org.opencontainers.image.licenses="GPL-3.0-or-later" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /dateline
# What changes least comes first; the bill of materials lies in service.jar, META-INF/sbom/application.cdx.json.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
COPY --from=classes /dateline/jvm.options /dateline/classes.jsa* ./
# Where volumes may lie: one that is new takes over whose folder it was.
COPY --from=classes --chown=10001:0 /slots /slots
COPY --from=classes --chown=10001:0 /data /data
# A number, so that Kubernetes sees that it is not root.
USER 10001:0
# Nothing is written but below /tmp: the root file system may be read-only.
ENV SERVER_ADDRESS=0.0.0.0 \
    MANAGEMENT_SERVER_PORT=9090 \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
EXPOSE 8080 9090
# Ready, not only alive. By bash: a JVM every few seconds would cost more than most services here.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9090 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.. 200' <&3"]
# More options for the JVM go into JDK_JAVA_OPTIONS. gRPC need not ask the DNS for balancers of its own kind: where nobody answers
# that, each connection to the store would wait for it.
ENTRYPOINT ["java", "@/dateline/jvm.options", "-XX:MaxRAMPercentage=65", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto", \
            "-Xlog:cds=off", "-Xlog:cds+dynamic=off", \
            "-Dio.grpc.internal.DnsNameResolverProvider.enable_jndi=false", "-jar", "service.jar"]
