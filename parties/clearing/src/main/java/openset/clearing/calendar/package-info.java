/**
 * When cycles are cut off, and for which day. Start at {@link
 * openset.clearing.calendar.Calendar}.
 */
package openset.clearing.calendar;
