/** How any party that speaks SET is run. */
package openset.conduct;
