/** The extractor as it must not be. */
package dev.dateline.extractor;
