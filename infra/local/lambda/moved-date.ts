/** Makes `Date` of this thread tell the platform's time: real time plus the shared distance in milliseconds. */
export function installMovedDate(ahead: BigInt64Array): void {
  const RealDate = Date;
  const now = () => RealDate.now() + Number(Atomics.load(ahead, 0));
  const moved: ProxyHandler<DateConstructor> = {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget): Date =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === MovedDate ? target : newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  };
  const MovedDate: DateConstructor = new Proxy(RealDate, moved);
  RealDate.prototype.constructor = MovedDate;
  globalThis.Date = MovedDate;
}
