/**
 * The wallet as one pure desk: purchases and registrations are its two kinds of conversations, over
 * one database and one outbox.
 */
package openset.cardholder.desk;
