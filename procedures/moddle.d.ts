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
  import type { Resolver } from 'bpmnlint/lib/types.js';

  const NodeResolver: new () => Resolver;
  export default NodeResolver;
}
