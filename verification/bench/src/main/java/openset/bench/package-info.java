/** JMH and load, with ratios against the native limit. */
package openset.bench;
