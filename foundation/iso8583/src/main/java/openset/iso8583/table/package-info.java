/**
 * What ISO 8583:1987 and those who use it write down as tables: the data elements, how variants of
 * the standard put them into octets, and the header before a message. All of it is data.
 */
package openset.iso8583.table;
