/** Dateline as its users meet it: its one jar as a process, its services against containers. */
package dev.dateline.system;
