/** The wallet's page. */
export function Wallet() {
  return <h1>OpenSET</h1>;
}
