import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { ComponentType, useState } from 'react';

/** Holds the value of one field, as the form does. */
export function Field(props: {
  component: ComponentType<FieldExtensionComponentProps<string>>;
  title: string;
  owner?: string;
  initial?: string;
}) {
  const { component: Component, title } = props;
  const [value, setValue] = useState(props.initial);
  return (
    <>
      <Component
        {...({
          formData: value,
          onChange: setValue,
          onBlur: () => undefined,
          idSchema: { $id: 'root_field' },
          schema: { title, description: 'What it is for.' },
          uiSchema: {},
          rawErrors: [],
          required: true,
          formContext: { formData: { owner: props.owner } },
        } as unknown as FieldExtensionComponentProps<string>)}
      />
      <p>value: {value ?? 'none'}</p>
    </>
  );
}
