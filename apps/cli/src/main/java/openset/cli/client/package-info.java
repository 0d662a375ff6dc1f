/**
 * The APIs of the participants as their users call them: the shop's customer, the wallet's owner,
 * the people of banks. Start at {@link openset.cli.client.ShopClient}.
 */
package openset.cli.client;
