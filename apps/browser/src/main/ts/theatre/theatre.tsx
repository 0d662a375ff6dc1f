/** The theatre's page. */
export function Theatre() {
  return <h1>OpenSET</h1>;
}
