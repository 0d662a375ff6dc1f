package openset.browsing.pay;

import openset.browsing.Guest;
import openset.browsing.Scene;
import openset.browsing.TownSquare;

/**
 * Cards that are in a wallet without having been registered there: enough where a payment is to be
 * stopped before any card is opened, and quick.
 */
final class Cards {
  private static final String PUT =
      """
      () => new Promise((done, failed) => {
        const opening = indexedDB.open('openset-wallet');
        opening.onsuccess = () => {
          const change = opening.result.transaction(['cards', 'guards'], 'readwrite');
          change.objectStore('guards').put({ id: 'none', kind: 'passkey',
            credential: new Uint8Array(16) });
          change.objectStore('cards').put({ id: 'shown', brand: 'Aurora', issuer: 'Bank of Aurora',
            bin: '999001', last4: '0000', nickname: '', first: false, addedAt: 1,
            standing: 'certified', guard: 'none', salt: new Uint8Array(32), certificates: [] });
          change.oncomplete = () => { opening.result.close(); done(); };
          change.onabort = () => failed(change.error);
        };
        opening.onerror = () => failed(opening.error);
      })
      """;

  private Cards() {}

  /** A guest in whose wallet a card lies that cannot be opened. */
  static Guest guest(TownSquare town, Scene scene) {
    Guest guest = Guest.in(scene);
    guest.page().navigate(town.at("wallet", "/"));
    // The wallet makes its store when it opens.
    guest.page().locator("main h1, main h2").first().waitFor();
    guest.page().evaluate(PUT);
    return guest;
  }
}
