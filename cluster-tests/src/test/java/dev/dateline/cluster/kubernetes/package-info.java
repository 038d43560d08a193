/** The manifests in {@code k8s/}: rendered as {@code kubectl} does, and read back with Kubernetes' own types. */
@NullMarked
package dev.dateline.cluster.kubernetes;

import org.jspecify.annotations.NullMarked;
