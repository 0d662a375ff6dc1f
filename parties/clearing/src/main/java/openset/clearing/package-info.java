/**
 * The clearing house: takes presentments to the issuers, nets what banks owe each other per cycle
 * and currency, moves it between their settlement accounts and tells them. Never speaks SET and
 * never sees a card number. Start at {@link openset.clearing.ClearingHouse}.
 */
package openset.clearing;
