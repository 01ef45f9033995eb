import { HostError } from "./hostError";

/** A member's reading, by the object that it belongs to. */
type Members<T> = Readonly<Record<string, T>>;

/**
 * What the host knows of one kind of Excel object: exactly the members that are listed. Whatever else is asked for fails by its name, so that
 * a call that the simulation does not carry out cannot pass for one that it does.
 */
export interface HostType {
  /** "Range", "Worksheet": goes into messages. */
  readonly name: string;
  /** Properties that can be loaded, in camel case. */
  readonly read?: Members<() => unknown>;
  /** Properties that can be set, in camel case. */
  readonly write?: Members<(value: unknown) => void>;
  /** Properties that are objects themselves, in camel case. */
  readonly children?: Members<() => HostObject>;
  /** Methods, in camel case: what they give is an object or a plain value. */
  readonly methods?: Members<(...args: readonly unknown[]) => unknown>;
  /** The items of a collection. */
  readonly items?: () => readonly HostObject[];
  /** The item of a key. */
  readonly item?: (key: unknown) => HostObject;
  /** What its instantiation answers besides: its id. */
  readonly id?: () => string;
  /** True for objects that the client keeps references to. */
  readonly tracked?: boolean;
}

/** An object of the host, as one request sees it. */
export class HostObject {
  constructor(
    readonly type: HostType,
    readonly isNull = false,
  ) {}

  get name(): string {
    return this.type.name;
  }

  child(name: string): HostObject {
    this.refuseNull(name);
    return this.member(this.type.children, name)();
  }

  set(name: string, value: unknown): void {
    this.refuseNull(name);
    this.member(this.type.write, name)(value);
  }

  call(name: string, args: readonly unknown[]): unknown {
    this.refuseNull(name);
    return this.member(this.type.methods, name)(...args);
  }

  item(key: unknown): HostObject {
    this.refuseNull("getItem");
    if (this.type.item === undefined) throw unknown(this.name, "getItem");
    return this.type.item(key);
  }

  /** The answer to a query. @param select paths in camel case: "values", "format/columnWidth". */
  query(select: readonly string[]): unknown {
    if (this.isNull) return null;
    if (select.length === 0) throw unknown(this.name, "load() without names");
    if (this.type.items !== undefined) return { _Items: this.type.items().map((item) => item.query(select)) };
    const answer: Record<string, unknown> = this.type.id === undefined ? {} : { Id: this.type.id() };
    const below = new Map<string, string[]>();
    for (const path of select) {
      const [first = "", ...rest] = path.split("/");
      if (rest.length === 0) answer[pascal(first)] = this.member(this.type.read, first)();
      else below.set(first, [...(below.get(first) ?? []), rest.join("/")]);
    }
    for (const [name, paths] of below) answer[pascal(name)] = this.child(name).query(paths);
    return answer;
  }

  private member<T>(members: Members<T> | undefined, name: string): T {
    const member = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
    if (member === undefined) throw unknown(this.name, name);
    return member;
  }

  private refuseNull(name: string): void {
    if (this.isNull) throw new HostError("InvalidOperation", `${this.name}.${name} was asked of an object that does not exist.`);
  }
}

/** The answer of a method that finds nothing. */
export function nullObject(name: string): HostObject {
  return new HostObject({ name }, true);
}

export function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function unknown(type: string, member: string): HostError {
  return new HostError("ApiNotFound", `The simulated host does not know ${type}.${member}.`);
}
