/** What is to be copied as it is: a command, a token. Long lines fold, so that nothing is lost on a phone. */
export function BlocDeCode({ children }: { readonly children: string }) {
  return (
    <pre className="jalon-bloc-de-code">
      <code>{children}</code>
    </pre>
  );
}
