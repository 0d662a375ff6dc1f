package openset.bench;

/**
 * How much is done for each figure.
 *
 * @param warm how often before anything is measured, so that the compiler has done its work
 * @param rounds how many measurements; the median counts
 * @param times how often in each
 */
record Effort(int warm, int rounds, int times) {
  /** For figures to be shown: some minutes. */
  static final Effort FULL = new Effort(2_500, 9, 100);

  /** While something is being mended: half a minute, and figures some percent too low. */
  static final Effort QUICK = new Effort(800, 5, 40);

  /** How often {@code work} may be asked for in all, counting included. */
  int most() {
    return warm + rounds * times + Counts.TIMES;
  }
}
