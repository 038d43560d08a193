/**
 * Dateline as a cluster has it, each service a process, under a script of faults and a load of posts.
 *
 * <p>A {@link dev.dateline.system.faults.Cluster} runs the processes, a {@link dev.dateline.system.faults.Load} sends posts until
 * each is accepted, a {@link dev.dateline.system.faults.Script} lets {@link dev.dateline.system.faults.Fault}s strike, and in
 * the end a {@link dev.dateline.system.faults.Recount} says whether anything was lost or doubled.
 */
package dev.dateline.system.faults;
