import { Alert, App, Button, Flex } from 'antd';

interface Parts {
  /** Who was first and when, or that the task is gone. */
  text: string;
  /** What was typed, in words. */
  copy: () => string;
  /** Goes to the task that stands in its place, with what was typed; there may be none. */
  goOn?: (() => void) | undefined;
}

/** A task that ended while somebody worked on it, and the ways to take along what they typed. */
export function Conflict({ text, copy, goOn }: Parts) {
  const { message } = App.useApp();
  const take = async () => {
    try {
      await navigator.clipboard.writeText(copy());
      void message.success('已复制');
    } catch {
      void message.error('浏览器不允许复制，请选中文字手工复制。');
    }
  };

  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={text}
      description={
        <>
          <p>
            您填写的内容没有提交，仍在下面，可以复制
            {goOn === undefined ? '。' : '；本件已另有同样的任务，也可以带过去接着填。'}
          </p>
          <Flex gap={8} wrap>
            {goOn === undefined ? null : (
              <Button type="primary" onClick={goOn}>
                带到新的任务接着填
              </Button>
            )}
            <Button onClick={() => void take()}>复制我填写的内容</Button>
          </Flex>
        </>
      }
      style={{ marginBottom: 16 }}
    />
  );
}
