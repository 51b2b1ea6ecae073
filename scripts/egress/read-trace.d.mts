export declare function addressedCalls(trace: string): string[];
