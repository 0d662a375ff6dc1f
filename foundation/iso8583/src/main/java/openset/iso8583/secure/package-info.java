/**
 * What protects a host link: the message authentication code and its keys, and TLS. Works on
 * octets and sockets; messages are above it.
 */
package openset.iso8583.secure;
