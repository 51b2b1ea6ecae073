/** The input cannot be answered for; the message is one Chinese sentence for standard error. */
export class UnusableInput extends Error {}
