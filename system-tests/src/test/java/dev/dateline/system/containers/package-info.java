/** The images of this build, run as a cluster runs them. */
package dev.dateline.system.containers;
