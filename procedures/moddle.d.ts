declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<{ rootElement: import('./diagram.js').Element; warnings: { message: string }[] }>;
    toXML(element: import('./diagram.js').Element, options?: { format?: boolean }): Promise<{ xml: string }>;
    create(type: string, attributes?: Record<string, unknown>): import('./diagram.js').Element;
  }
}

declare module 'dmn-moddle' {
  export class DmnModdle {
    fromXML(xml: string): Promise<{ rootElement: import('./diagram.js').Element; warnings: { message: string }[] }>;
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  const NodeResolver: new () => object;
  export default NodeResolver;
}

declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { config: unknown; resolver: unknown });
    lint(
      definitions: import('./diagram.js').Element,
    ): Promise<Record<string, { id?: string; message: string; category: string }[]>>;
  }
}
