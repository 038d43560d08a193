package dev.dateline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What this thread and this process have used so far. */
final class Meter {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Meter() {}

    static Usage usage() {
        return new Usage(
                THREADS.getCurrentThreadCpuTime(),
                SYSTEM.getProcessCpuTime(),
                THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()));
    }

    /** Bytes that are still in use after a collection. */
    static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /**
     * @param threadNanos CPU time of the thread that works
     * @param processNanos CPU time of the whole process: the compiler's and the collector's threads too
     * @param allocated bytes
     */
    record Usage(long threadNanos, long processNanos, long allocated) {

        Usage since(Usage before) {
            return new Usage(
                    threadNanos - before.threadNanos, processNanos - before.processNanos, allocated - before.allocated);
        }
    }
}
