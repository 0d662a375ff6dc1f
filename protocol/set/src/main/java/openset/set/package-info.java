/** SET as data and as checks: data, messages, operators, treatments. */
package openset.set;
