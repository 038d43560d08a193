/** The services as a cluster runs them: the images of this build, the manifests, and traces across them. */
package dev.dateline.cluster;
