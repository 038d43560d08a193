/** Dateline as its users meet it: its one jar as a process, its page in a browser. */
package dev.dateline.system;
