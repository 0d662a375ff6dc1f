/** ISO 8583 messages, field table, codec and multiplexed link. */
package openset.iso8583;
