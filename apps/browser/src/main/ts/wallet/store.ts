/**
 * What lies in this browser under the wallet's origin: how cards are guarded, the cards, purchases,
 * and what was learnt of the authorities. Whoever copies it gets no key and no account number out
 * of it: those are sealed by the vault before they come here (docs/threats.md, W15).
 */
export type Shelf = 'guards' | 'cards' | 'purchases' | 'trust';

/** What lies on a shelf, under its id. */
export interface Kept {
  readonly id: string;
}

const SHELVES: readonly Shelf[] = ['guards', 'cards', 'purchases', 'trust'];

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((done, failed) => {
    const opening = indexedDB.open('openset-wallet', 1);
    opening.onupgradeneeded = () => {
      for (const shelf of SHELVES) opening.result.createObjectStore(shelf, { keyPath: 'id' });
    };
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  return opened;
}

async function read<T>(shelf: Shelf, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const store = (await database()).transaction(shelf).objectStore(shelf);
  return new Promise((done, failed) => {
    const asked = ask(store);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

async function write(shelves: Shelf[], change: (of: IDBTransaction) => void): Promise<void> {
  const transaction = (await database()).transaction(shelves, 'readwrite', {
    durability: 'strict',
  });
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error);
    change(transaction);
  });
}

/** Everything on a shelf, in the order of the ids. */
export function all<T>(shelf: Shelf): Promise<T[]> {
  return read<T[]>(shelf, (store) => store.getAll());
}

/** What lies on a shelf under an id, if anything does. */
export function get<T>(shelf: Shelf, id: string): Promise<T | undefined> {
  return read<T | undefined>(shelf, (store) => store.get(id));
}

/** Puts a record under its id. When this is done the record is on the disk. */
export function put<T extends Kept>(shelf: Shelf, record: T): Promise<void> {
  return write([shelf], (of) => of.objectStore(shelf).put(record));
}

/** Changes several records of a shelf, all or none. */
export function putAll<T extends Kept>(shelf: Shelf, records: readonly T[]): Promise<void> {
  return write([shelf], (of) => records.forEach((one) => of.objectStore(shelf).put(one)));
}

/** Takes a record away. */
export function drop(shelf: Shelf, id: string): Promise<void> {
  return write([shelf], (of) => of.objectStore(shelf).delete(id));
}
