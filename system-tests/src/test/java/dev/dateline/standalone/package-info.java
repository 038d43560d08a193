/** What tests need of the standalone's inside: its broker, without the rest. */
package dev.dateline.standalone;
