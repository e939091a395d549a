/** An e-mail address, which is broken after its @ where it does not fit. */
export function EmailAddress({ children }: { children: string }) {
  const [name, ...rest] = children.split('@');
  return (
    <>
      {name}@<wbr />
      {rest.join('@')}
    </>
  );
}
