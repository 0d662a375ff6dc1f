package openset.cli.load;

import java.lang.management.ManagementFactory;

/** CPU time of this process, all its threads together. */
public final class Cpu {
  private Cpu() {}

  /** In nanoseconds. */
  public static long nanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
