/** How fast a link may go: limits of rate, pauses between attempts, and who was silent too long. */
package openset.iso8583.pace;
